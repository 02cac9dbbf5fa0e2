using System.Net;
using Microsoft.EntityFrameworkCore;
using SkyPanel.Tests.Web.Support;

namespace SkyPanel.Tests.Web.Components.Account;

public sealed class AccountFlowTests(PanelFactory panel) : IClassFixture<PanelFactory>
{
    [Fact]
    public async Task Account_FromRegistrationToSignOut_OpensAndClosesThePanel()
    {
        using var visitor = panel.NewVisitor();

        Assert.Contains("Check your mail", await visitor.RegisterAsync("flow@example.com"), StringComparison.Ordinal);
        Assert.Contains("flow@example.com", await visitor.GetAsync("/dev/mailbox"), StringComparison.Ordinal);
        await visitor.SubmitAsync(panel.Mailbox.Mails[0].Mail.Link!.PathAndQuery);
        Assert.Equal("/account/sign-in?notice=confirmed", visitor.RedirectedTo);
        await visitor.SignInAsync("flow@example.com");
        Assert.Contains("flow@example.com", await visitor.GetAsync("/instances"), StringComparison.Ordinal);

        await visitor.SubmitAsync("/instances");
        Assert.Equal("/account/sign-in?notice=signed-out", visitor.RedirectedTo);
        await visitor.GetAsync("/instances");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
    }

    [Fact]
    public async Task SignOut_WithoutAntiforgeryToken_IsRefused()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "forged@example.com");

        using var content = new FormUrlEncodedContent([]);
        using var response = await visitor.Http.PostAsync(new Uri("/account/sign-out", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await visitor.GetAsync("/instances");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task SignIn_BeforeConfirmation_SendsTheLinkOnceMore()
    {
        using var visitor = panel.NewVisitor();
        await visitor.RegisterAsync("early@example.com");

        var page = await visitor.SignInAsync("early@example.com");

        Assert.Contains("Confirm your e-mail address first", page, StringComparison.Ordinal);
        Assert.Equal(2, panel.Mailbox.Mails.Count(x => x.Mail.To.StartsWith("early@", StringComparison.Ordinal)));
        await visitor.GetAsync("/instances");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
    }

    [Fact]
    public async Task ConfirmEmail_MereVisit_ConfirmsNothing()
    {
        using var visitor = panel.NewVisitor();
        await visitor.RegisterAsync("scanned@example.com");

        await visitor.GetAsync(panel.Mailbox.Mails[0].Mail.Link!.PathAndQuery);

        Assert.Contains("Confirm your e-mail address first", await visitor.SignInAsync("scanned@example.com"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/confirm-email?user=not-a-guid&code=x")]
    [InlineData("/account/confirm-email?user=01a20a4e-0e97-7ee7-88a3-3be4d7157842&code=%%%")]
    public async Task ConfirmEmail_BrokenLink_SaysWhatToDo(string link)
    {
        using var visitor = panel.NewVisitor();

        Assert.Contains("This link does not work", await visitor.SubmitAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_MistakesInTheForm_StandUnderTheirFieldsAndTypedTextStays()
    {
        using var visitor = panel.NewVisitor();

        var page = await visitor.RegisterAsync("kept@example.com", "too short", "");

        Assert.Contains("Enter your name.", page, StringComparison.Ordinal);
        Assert.Contains("Use at least 10 characters.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"kept@example.com\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("too short", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResetPassword_ByTheMailedLink_ReplacesThePasswordOnce()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "forgot@example.com");
        await visitor.SubmitAsync("/account/forgot-password", ("Input.Email", "forgot@example.com"));
        var link = panel.Mailbox.Mails[0].Mail.Link!.PathAndQuery;

        await visitor.SubmitAsync(link, ("Input.Password", "another long one"));

        Assert.Equal("/account/sign-in?notice=password-set", visitor.RedirectedTo);
        Assert.Contains("do not match", await visitor.SignInAsync("forgot@example.com"), StringComparison.Ordinal);
        await visitor.SignInAsync("forgot@example.com", "another long one");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        Assert.Contains("This link does not work", await visitor.SubmitAsync(link, ("Input.Password", "a third long one")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_DisabledPerson_IsToldAfterTheRightPasswordOnly()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "closed@example.com");
        await panel.ChangeAsync(db => db.Users.Where(x => x.Email == "closed@example.com")
            .ExecuteUpdateAsync(x => x.SetProperty(u => u.DisabledAt, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken));

        Assert.Contains("This account is closed", await visitor.SignInAsync("closed@example.com"), StringComparison.Ordinal);
        Assert.DoesNotContain("closed.", await visitor.SignInAsync("closed@example.com", "wrong password"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/instances?page=2", "/instances?page=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    public async Task SignIn_WithReturnAddress_GoesToOurOwnPagesOnly(string returnUrl, string expected)
    {
        using var visitor = panel.NewVisitor();
        var email = $"{Guid.NewGuid():n}@example.com";
        await visitor.BecomeCustomerAsync(panel, email);

        await visitor.SignInAsync(email, query: $"?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(expected, visitor.RedirectedTo);
    }
}
