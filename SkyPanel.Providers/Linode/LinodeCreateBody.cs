using System.Text;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>From what was asked for to what the vendor takes.</summary>
internal static class LinodeCreateBody
{
    public static LinodeCreateRequest Of(ProviderInstanceSpec spec, OptionChoices options, bool readsUserData) => new(
        spec.PlanId,
        spec.RegionId,
        spec.Mark,
        spec.ImageId,
        Booted: true,
        [spec.Mark],
        spec.AuthorizedKeys.Count > 0 ? spec.AuthorizedKeys : null,
        spec.RootPassword,
        Metadata(spec, options, readsUserData))
    {
        BackupsEnabled = options.Switch(DeploymentOption.Backups),
        PrivateIp = options.Switch(DeploymentOption.PrivateIp),
        Interfaces = Interfaces(options),
        StackscriptId = spec.Script is { } script ? ScriptId(script) : null,
        StackscriptData = spec.Script is { Answers.Count: > 0 } answered ? answered.Answers : null,
    };

    private static LinodeMetadata? Metadata(ProviderInstanceSpec spec, OptionChoices options, bool readsUserData)
    {
        var theirs = options.Value(DeploymentOption.UserData);
        if (!readsUserData)
        {
            return theirs is null
                ? null
                : throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "This image or region reads no user data", DeploymentOption.UserData);
        }

        return new LinodeMetadata(Convert.ToBase64String(Encoding.UTF8.GetBytes(UserDataParts.Combine(LinodeUserData.HostName(spec.Name), theirs)!)));
    }

    /// <summary>The public network first: whoever puts a machine into a private network still wants to reach it.</summary>
    private static IReadOnlyList<LinodeInterface>? Interfaces(OptionChoices options)
    {
        if (options.Value(DeploymentOption.Vpc) is not { } vpc)
        {
            return null;
        }

        return InstanceId.TryParse(vpc) is { } subnet
            ? [new LinodeInterface("public", Primary: true), new LinodeInterface("vpc", SubnetId: subnet)]
            : throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "A network's id is a number", DeploymentOption.Vpc);
    }

    private static long ScriptId(ProviderScriptChoice script)
        => InstanceId.TryParse(script.Id) ?? throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "A script's id is a number", Fields.Script);
}
