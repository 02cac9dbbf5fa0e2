using System.Text;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.StackScripts;

/// <summary>What a create says of a script: does it exist, does it take the image, are its questions answered.</summary>
internal static class StackScriptAnswers
{
    private const int Largest = 65_535;

    public static IEnumerable<(string Reason, string? Field)> Check(LinodeCall call)
    {
        if (call.Body.Text("stackscript_id") is not { } id)
        {
            yield break;
        }

        if (LinodeStackScripts.Find(call, id) is not { } script)
        {
            yield return ("stackscript_id is not valid", "stackscript_id");
            yield break;
        }

        // The vendor's words for what follows are not recorded.
        if (call.Body.Text("image") is { } image && !script.Takes(image))
        {
            yield return ("This image is not compatible with the StackScript", "image");
        }

        var data = call.Body.Object("stackscript_data") ?? JsonBody.Empty;
        if (Encoding.UTF8.GetByteCount(call.Body.Raw("stackscript_data")?.GetRawText() ?? "") >= Largest)
        {
            yield return ($"stackscript_data must be less than {Largest} characters", "stackscript_data");
        }

        foreach (var problem in script.Fields.Select(field => (field.Name, Problem: field.Problem(data.Text(field.Name)))).Where(found => found.Problem is not null))
        {
            yield return (problem.Problem!, "stackscript_data." + problem.Name);
        }
    }
}
