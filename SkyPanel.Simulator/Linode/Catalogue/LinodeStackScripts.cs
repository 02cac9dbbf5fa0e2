using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>Two public scripts of our own: one without questions, one that asks for a secret and offers a choice.</summary>
internal static class LinodeStackScripts
{
    private static readonly Script[] All =
    [
        new(900001, "Web server", "Installs nginx.", ["linode/debian12", "linode/debian13"], "#!/bin/bash\napt-get install -y nginx\n", []),
        new(
            900002,
            "Blog",
            "Installs a blog with its database.",
            ["any/all"],
            "#!/bin/bash\n# <UDF name=\"db_password\" label=\"Database password\" />\n# <UDF name=\"engine\" label=\"Engine\" oneof=\"mariadb,postgres\" default=\"mariadb\" />\n",
            [
                new { name = "db_password", label = "Database password" },
                new { name = "engine", label = "Engine", oneof = "mariadb,postgres", @default = "mariadb" },
            ]),
    ];

    public static bool Exists(string id) => Array.Exists(All, script => string.Equals(script.Key, id, StringComparison.Ordinal));

    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, All, script => script.ToWire(), "deployments_total", "description", "is_public", "label", "mine", "rev_note");

    public static Answer Get(LinodeCall call)
        => Array.Find(All, script => string.Equals(script.Key, call.Id, StringComparison.Ordinal)) is { } found ? Answer.Ok(found.ToWire()) : LinodeErrors.NotFound;

    private sealed record Script(long Id, string Label, string Description, string[] Images, string Source, object[] Fields)
    {
        public string Key => Id.ToString(CultureInfo.InvariantCulture);

        public object ToWire() => new
        {
            id = Id,
            username = "skypanel-simulator",
            user_gravatar_id = "",
            label = Label,
            description = Description,
            ordinal = 0,
            logo_url = "",
            images = Images,
            deployments_total = 10,
            deployments_active = 3,
            is_public = true,
            mine = false,
            created = "2024-01-15T10:00:00",
            updated = "2025-02-20T10:00:00",
            rev_note = "",
            script = Source,
            user_defined_fields = Fields,
        };
    }
}
