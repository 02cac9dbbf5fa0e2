using System.Net;
using System.Text.RegularExpressions;

namespace SkyPanel.Tests.Web.Support;

/// <summary>Visits pages and submits their forms as a browser without scripts does.</summary>
public sealed partial class Visitor(HttpClient http) : IDisposable
{
    public const string Password = "a long enough one";

    public HttpClient Http => http;

    /// <summary>Where the last answer sent us, from the root where it is a page of ours; or null.</summary>
    public string? RedirectedTo { get; private set; }

    public HttpStatusCode Status { get; private set; }

    public async Task<string> GetAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken));

    /// <summary>Gets the page, fills in the fields of its first form and sends it with its hidden fields to where the form points.</summary>
    public async Task<string> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = Form().Match(await GetAsync(path)).Value;
        var action = Action().Match(form) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["action"].Value) : path;
        return await PostAsync(action, [.. HiddenFields(form), .. fields]);
    }

    /// <summary>Sends fields to a page that shows no form, with the token of one that does.</summary>
    public async Task<string> ForceAsync(string path, string tokenFrom, params (string Name, string Value)[] fields)
    {
        var token = HiddenFields(await GetAsync(tokenFrom)).First(x => x.Name is "__RequestVerificationToken");
        return await PostAsync(path, [token, .. fields]);
    }

    public Task<string> RegisterAsync(string email, string password = Password, string name = "Ada") =>
        SubmitAsync("/account/register", ("Input.Name", name), ("Input.Email", email), ("Input.Password", password));

    public Task<string> SignInAsync(string email, string password = Password, string query = "") =>
        SubmitAsync("/account/sign-in" + query, ("Input.Email", email), ("Input.Password", password));

    /// <summary>Registers, follows the link in the mail and signs in.</summary>
    public async Task BecomeCustomerAsync(PanelFactory panel, string email)
    {
        await RegisterAsync(email);
        await SubmitAsync(panel.Mailbox.Mails[0].Mail.Link!.PathAndQuery);
        await SignInAsync(email);
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<(string Name, string Value)> HiddenFields(string html) =>
        Hidden().Matches(html).Select(x => (x.Groups["name"].Value, WebUtility.HtmlDecode(x.Groups["value"].Value)));

    private async Task<string> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(x => KeyValuePair.Create(x.Name, x.Value)));
        return await ReadAsync(await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content, TestContext.Current.CancellationToken));
    }

    private async Task<string> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Status = response.StatusCode;
            RedirectedTo = response.Headers.Location is { IsAbsoluteUri: true, IsFile: false } here && here.Authority.Equals(http.BaseAddress!.Authority, StringComparison.Ordinal)
                ? here.PathAndQuery
                : response.Headers.Location?.ToString();
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<form[^>]* action=\"(?<action>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Action();
}
