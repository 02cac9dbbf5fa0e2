using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Account;

/// <summary>Tags: those of droplets, and those made by themselves.</summary>
internal static class DigitalOceanTags
{
    public static Answer List(DigitalOceanCall call) => DigitalOceanPage.Of(call, "tags", Names(call), name => ToWire(call, name));

    public static Answer Get(DigitalOceanCall call) => Answer.Ok(new { tag = ToWire(call, Existing(call)) });

    public static Answer Create(DigitalOceanCall call)
    {
        var name = call.Body.Text("name") ?? throw DigitalOceanErrors.Unprocessable(call, "Name can't be blank");
        if (!IsValid(name))
        {
            throw DigitalOceanErrors.Unprocessable(call, "Tag name may only contain letters, numbers, colons, dashes and underscores");
        }

        if (!Names(call).Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            call.Account.Tags.Add(name);
        }

        return new Answer(StatusCodes.Status201Created, new { tag = ToWire(call, name) });
    }

    /// <summary>Droplets lose the tag too.</summary>
    public static Answer Delete(DigitalOceanCall call)
    {
        var name = Existing(call);
        call.Account.Tags.RemoveAll(tag => string.Equals(tag, name, StringComparison.OrdinalIgnoreCase));
        foreach (var droplet in call.Account.Droplets)
        {
            droplet.Tags.RemoveAll(tag => string.Equals(tag, name, StringComparison.OrdinalIgnoreCase));
        }

        return new Answer(StatusCodes.Status204NoContent);
    }

    /// <summary>The tag that the path names.</summary>
    public static string Existing(DigitalOceanCall call)
        => Names(call).Find(name => string.Equals(name, call.Id, StringComparison.OrdinalIgnoreCase)) ?? throw DigitalOceanErrors.NotFound(call);

    public static bool IsValid(string name)
        => name.Length is > 0 and <= 255 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_');

    private static List<string> Names(DigitalOceanCall call)
        => [.. call.Account.Tags.Concat(call.Account.Droplets.SelectMany(droplet => droplet.TagsAt(call.Now))).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    private static object ToWire(DigitalOceanCall call, string name)
    {
        var droplets = call.Account.Droplets.Where(droplet => droplet.HasTagAt(call.Now, name)).ToList();
        var last = droplets.Count == 0 ? null : $"{call.BaseUrl}/droplets/{droplets[^1].Id}";
        var counted = new { count = droplets.Count, last_tagged_uri = last };
        return new { name, resources = new { counted.count, counted.last_tagged_uri, droplets = counted } };
    }
}
