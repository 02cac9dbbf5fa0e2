using System.Text.RegularExpressions;
using SkyPanel.Tests.Web.Support;

namespace SkyPanel.Tests.Web.Components.Account;

/// <summary>A stranger cannot learn from any answer whether an address has an account.</summary>
public sealed partial class EnumerationTests(PanelFactory panel) : IClassFixture<PanelFactory>
{
    [Fact]
    public async Task Register_AddressThatHasAnAccount_AnswersAsForANewOneAndTellsItsOwner()
    {
        using var visitor = panel.NewVisitor();

        var first = await visitor.RegisterAsync("taken@example.com");
        var second = await visitor.RegisterAsync("taken@example.com");

        Assert.Equal(WhatIsSaid(first), WhatIsSaid(second));
        Assert.Equal("You already have an account", panel.Mailbox.Mails[0].Mail.Subject);
    }

    [Fact]
    public async Task SignIn_UnknownAddress_AnswersAsForAWrongPassword()
    {
        using var visitor = panel.NewVisitor();
        await visitor.RegisterAsync("known@example.com");

        var unknown = await visitor.SignInAsync("nobody@example.com", "wrong password");
        var wrong = await visitor.SignInAsync("known@example.com", "wrong password");

        Assert.Contains("do not match", unknown, StringComparison.Ordinal);
        Assert.Equal(WhatIsSaid(unknown), WhatIsSaid(wrong));
    }

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_RefusesTheRightOneInTheSameWords()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "locked@example.com");
        var wrong = "";
        for (var i = 0; i < 5; i++)
        {
            wrong = await visitor.SignInAsync("locked@example.com", "wrong password");
        }

        var right = await visitor.SignInAsync("locked@example.com");

        Assert.Equal(WhatIsSaid(wrong), WhatIsSaid(right));
    }

    [Fact]
    public async Task ForgotPassword_UnknownAddress_AnswersAsForAKnownOne()
    {
        using var visitor = panel.NewVisitor();
        await visitor.RegisterAsync("member@example.com");
        var mails = panel.Mailbox.Mails.Count;

        var known = await visitor.SubmitAsync("/account/forgot-password", ("Input.Email", "member@example.com"));
        var unknown = await visitor.SubmitAsync("/account/forgot-password", ("Input.Email", "nobody@example.com"));

        Assert.Contains("Check your mail", known, StringComparison.Ordinal);
        Assert.Equal(WhatIsSaid(known), WhatIsSaid(unknown));
        Assert.Equal(mails + 1, panel.Mailbox.Mails.Count);
    }

    /// <summary>The page without what differs by visitor: the address typed and the tokens.</summary>
    private static string WhatIsSaid(string page) => Token().Replace(Address().Replace(page, "ADDRESS"), "");

    [GeneratedRegex(@"[a-z]+@example\.com", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"|<!--Blazor.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Token();
}
