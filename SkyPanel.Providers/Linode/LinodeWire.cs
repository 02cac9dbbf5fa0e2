using System.Net;
using System.Net.Sockets;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

internal sealed record LinodeErrors(IReadOnlyList<LinodeError>? Errors = null);

internal sealed record LinodeError(string? Reason = null, string? Field = null);

internal sealed record LinodePage<T>(IReadOnlyList<T> Data, int Page = 1, int Pages = 1, int? Results = null)
{
    public Page<T> ToPage() => new(Data, Page < Pages ? Page + 1 : null, Results);
}

internal sealed record LinodeProfile(string? Username = null, string? Email = null, bool Restricted = false);

internal sealed record LinodeCreateRequest(
    string Type,
    string Region,
    string Label,
    string Image,
    bool Booted,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string>? AuthorizedKeys,
    string? RootPass,
    LinodeMetadata? Metadata)
{
    public bool? BackupsEnabled { get; init; }

    public bool? PrivateIp { get; init; }

    public IReadOnlyList<LinodeInterface>? Interfaces { get; init; }

    public long? StackscriptId { get; init; }

    public IReadOnlyDictionary<string, string>? StackscriptData { get; init; }

    /// <summary>It holds a password and perhaps a script's secrets.</summary>
    public override string ToString() => $"create {Label}";
}

internal sealed record LinodeMetadata(string UserData);

internal sealed record LinodeInterface(string Purpose, bool? Primary = null, long? SubnetId = null);

internal sealed record LinodeInstance(
    long Id,
    string? Label = null,
    string? Status = null,
    string? Type = null,
    string? Region = null,
    string? Image = null,
    string? Created = null,
    string? Ipv6 = null,
    IReadOnlyList<string>? Ipv4 = null,
    IReadOnlyList<string>? Tags = null)
{
    public string? Mark => OwnMark.Among([Label ?? "", .. Tags ?? []]);

    public ProviderInstance ToInstance() => new(
        InstanceId.Text(Id),
        Label ?? "",
        Mark,
        LinodeStatus.Map(Status),
        Type ?? "",
        Region ?? "",
        Image,
        [.. (Ipv4 ?? []).Where(IsPublic), .. Ipv6 is null ? Array.Empty<string>() : [Ipv6.Split('/')[0]]],
        WireTime.Parse(Created) ?? DateTimeOffset.MinValue,
        LinodeStatus.IsBusy(Status))
    {
        Tags = Tags ?? [],
    };

    /// <summary>The list mixes in the address of the private network.</summary>
    private static bool IsPublic(string address)
        => IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork && !IsPrivate(ip.GetAddressBytes());

    private static bool IsPrivate(byte[] ip) => ip is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..];
}
