namespace SkyPanel.Core.Providers;

/// <summary>Tells how calls over an account are going, without making one.</summary>
public interface IProviderHealthSource
{
    /// <summary>Null when no call was made over the account since the process started.</summary>
    ProviderHealth? Of(Guid accountId);
}
