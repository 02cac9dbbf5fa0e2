using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Core.Providers;

public sealed class ProviderErrorTableTests
{
    [Fact]
    public void Of_EveryCode_HasARowOfItsOwn()
    {
        var rows = Enum.GetValues<ProviderErrorCode>().Select(ProviderErrorTable.Of).ToList();

        Assert.Equal(Enum.GetValues<ProviderErrorCode>(), rows.Select(x => x.Code));
        Assert.Equal(rows.Count, rows.Select(x => x.Name).Distinct().Count());
        Assert.All(rows, x => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", x.Name));
        Assert.All(rows, x => Assert.InRange(x.HttpStatus, 400, 504));
    }

    [Fact]
    public void Of_ACodeOfTomorrow_IsUnknown() => Assert.Equal(ProviderErrorCode.Unknown, ProviderErrorTable.Of((ProviderErrorCode)9999).Code);

    /// <summary>Others' programs rely on these.</summary>
    [Theory]
    [InlineData(ProviderErrorCode.MissingCredentials, "MISSING_CREDENTIALS", 503)]
    [InlineData(ProviderErrorCode.Validation, "VALIDATION_ERROR", 422)]
    [InlineData(ProviderErrorCode.ResourceBusy, "RESOURCE_BUSY", 409)]
    [InlineData(ProviderErrorCode.RateLimited, "RATE_LIMIT_EXCEEDED", 429)]
    [InlineData(ProviderErrorCode.InsufficientBalance, "INSUFFICIENT_BALANCE", 402)]
    [InlineData(ProviderErrorCode.Timeout, "PROVIDER_TIMEOUT", 504)]
    [InlineData(ProviderErrorCode.CredentialUnreadable, "TOKEN_DECRYPT_FAILED", 503)]
    [InlineData(ProviderErrorCode.Protected, "PROTECTED", 423)]
    [InlineData(ProviderErrorCode.Unknown, "UNKNOWN_ERROR", 500)]
    public void Of_Code_IsNamedAndAnsweredAsPromised(ProviderErrorCode code, string name, int status)
        => Assert.Equal((name, status), (ProviderErrorTable.Of(code).Name, ProviderErrorTable.Of(code).HttpStatus));

    [Fact]
    public void Of_WhatPassesByItself_IsWhatWaitingHelps()
        => Assert.Equal(
            [ProviderErrorCode.ResourceBusy, ProviderErrorCode.RateLimited, ProviderErrorCode.Timeout, ProviderErrorCode.Unavailable],
            Enum.GetValues<ProviderErrorCode>().Where(x => ProviderErrorTable.Of(x).PassesByItself));
}
