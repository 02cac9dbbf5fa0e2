namespace SkyPanel.Simulator.Linode.StackScripts;

/// <summary>Public scripts, all of our own writing: two of a stranger's, and some that stand for the Marketplace.</summary>
internal static class PublicStackScripts
{
    private const string Vendor = "linode";
    private static readonly DateTimeOffset Written = new(2024, 1, 15, 10, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<LinodeStackScript> All { get; } =
    [
        Make(900001, "skypanel-simulator", "Web server", "Installs nginx.", ["linode/debian12", "linode/debian13"], "apt-get install -y nginx"),
        Make(
            900002,
            "skypanel-simulator",
            "Blog",
            "Installs a blog with its database.",
            [LinodeStackScript.AnyImage],
            """
            # <UDF name="db_password" label="Database password" />
            # <UDF name="engine" label="Engine" oneof="mariadb,postgres" default="mariadb" />
            """),
        Make(
            900101,
            Vendor,
            "WordPress One-Click",
            "WordPress with its web server and database.",
            ["linode/ubuntu24.04"],
            """
            # <UDF name="site_title" label="Website title" example="My blog" />
            # <UDF name="wp_admin_user" label="Admin user" default="admin" />
            # <UDF name="wp_password" label="Admin password" />
            # <UDF name="webserver_stack" label="Stack" oneof="LAMP,LEMP" default="LAMP" />
            """),
        Make(900102, Vendor, "Docker One-Click", "The Docker engine.", ["linode/debian12", "linode/debian13", "linode/ubuntu24.04"], "apt-get install -y docker.io"),
        Make(
            900103,
            Vendor,
            "PostgreSQL One-Click",
            "A PostgreSQL server.",
            ["linode/debian12", "linode/ubuntu24.04"],
            """
            # <UDF name="access_header" label="Access" header="Yes" default="Yes" />
            # <UDF name="sudo_username" label="Limited sudo user" />
            # <UDF name="db_password" label="Password of the postgres user" />
            # <UDF name="extensions" label="Extensions" manyof="postgis,pgvector,pg_cron" default="" />
            """),
        Make(
            900104,
            Vendor,
            "LAMP One-Click",
            "Apache, MariaDB and PHP.",
            ["linode/ubuntu22.04", "linode/ubuntu24.04"],
            """
            # <UDF name="dbroot_password" label="MariaDB root password" />
            # <UDF name="domain" label="Domain" example="example.org" default="" />
            # <UDF name="token_password" label="API token for DNS records" default="" />
            """),
    ];

    private static LinodeStackScript Make(long id, string username, string label, string description, string[] images, string body) => new()
    {
        Id = id,
        Username = username,
        Label = label,
        Description = description,
        Images = images,
        IsPublic = true,
        Script = "#!/bin/bash\n" + body.Replace("\r", "", StringComparison.Ordinal) + "\n",
        Created = Written,
        Updated = Written.AddDays(400),
    };
}
