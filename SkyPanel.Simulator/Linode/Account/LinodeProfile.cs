using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.Linode.Account;

/// <summary>Who the token belongs to.</summary>
internal static class LinodeProfile
{
    private static readonly string[] Capabilities =
        ["Linodes", "NodeBalancers", "Block Storage", "Kubernetes", "Cloud Firewall", "Vlans", "VPCs", "Placement Group", "Disk Encryption"];

    public static Answer Get(LinodeCall call) => Answer.Ok(new
    {
        uid = 5_000_000 + StableId.Number(call.Account.Token, 1_000_000),
        username = call.Account.Username,
        email = call.Account.Username + "@example.com",
        verified_phone_number = (string?)null,
        timezone = "GMT",
        email_notifications = true,
        referrals = new { code = "", url = "", total = 0, completed = 0, pending = 0, credit = 0 },
        ip_whitelist_enabled = false,
        lish_auth_method = "password_keys",
        authorized_keys = (string[]?)null,
        two_factor_auth = true,
        restricted = TokenGrants.Of(call.Store, Vendor.Linode, call.Account.Token).IsRestricted,
        authentication_type = "password",
        user_type = "default",
    });

    public static Answer Account(LinodeCall call) => Answer.Ok(new
    {
        company = "Simulated reseller",
        email = call.Account.Username + "@example.com",
        first_name = "Sim",
        last_name = "Ulated",
        address_1 = "1 Loopback Lane",
        address_2 = "",
        city = "Nowhere",
        state = "PA",
        zip = "19106",
        country = "US",
        phone = "",
        balance = 0.0m,
        tax_id = "",
        billing_source = "linode",
        credit_card = new { last_four = (string?)null, expiry = (string?)null },
        balance_uninvoiced = 0.0m,
        active_since = "2018-01-02T03:04:05",
        capabilities = Capabilities,
        active_promotions = Array.Empty<object>(),
        euuid = StableId.Guid("linode customer" + call.Account.Token).ToString().ToUpperInvariant(),
    });

    public static Answer Settings(LinodeCall call) => Answer.Ok(new
    {
        managed = false,
        network_helper = true,
        longview_subscription = (string?)null,
        backups_enabled = false,
        object_storage = "disabled",
        interfaces_for_new_linodes = "legacy_config_default_but_linode_allowed",
        maintenance_policy = "linode/power_off_on",
    });

    public static Answer Transfer(LinodeCall call) => Answer.Ok(new
    {
        billable = 0,
        quota = call.Account.Machines.Sum(machine => LinodeTypes.Find(machine.Type)?.TransferGb ?? 0),
        used = 0,
        region_transfers = Array.Empty<object>(),
    });
}
