using Microsoft.AspNetCore.WebUtilities;

namespace SkyPanel.Web.Features.CreateVps;

/// <summary>What was chosen, as it stands in the address: a reload, a lost connection or a link bring it back. Nothing in it is secret.</summary>
public sealed record WizardAddress(Guid? Request, WizardStep Step, string? Provider, Guid? Plan, string? Region, string? Image, string Name, bool Password, IReadOnlyList<Guid> Keys)
{
    public static WizardAddress Read(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        string? Get(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
        Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
        return new WizardAddress(
            Id(Get("request")),
            Enum.TryParse<WizardStep>(Get("step"), ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : WizardStep.Provider,
            Get("provider"),
            Id(Get("plan")),
            Get("region"),
            Get("image"),
            Get("name") ?? "",
            Get("access") is "password",
            [.. (Get("keys") ?? "").Split('.').Select(Id).OfType<Guid>()]);
    }

    public static WizardAddress Of(Guid request, WizardStep step, CreateVpsDraft draft) => new(
        request, step, draft.Provider?.Type.Value, draft.Plan?.Id, draft.Region?.Id, draft.Image?.Id, draft.Name, draft.UsesPassword, [.. draft.KeyIds]);

    public string Write()
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["request"] = Request?.ToString(),
            ["step"] = Step == WizardStep.Provider ? null : Step.ToString(),
            ["provider"] = Provider,
            ["plan"] = Plan?.ToString(),
            ["region"] = Region,
            ["image"] = Image,
            ["access"] = Password ? "password" : null,
            ["keys"] = Keys.Count == 0 ? null : string.Join('.', Keys.Select(x => x.ToString("n"))),
            ["name"] = Name.Length == 0 ? null : Name,
        };
        return QueryHelpers.AddQueryString("/instances/create", parts.Where(x => x.Value is not null));
    }
}
