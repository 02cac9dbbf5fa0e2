using Microsoft.Extensions.Options;

namespace SkyPanel.Core.ProviderAccounts.Secrets;

/// <summary>Reads the ring at the start: a panel that finds out with its first provider call has taken orders that it cannot carry out.</summary>
internal sealed class TokenKeyRingValidation : IValidateOptions<TokenKeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, TokenKeyRingOptions options)
    {
        try
        {
            TokenKeyRing.Load(options.Path);
            return ValidateOptionsResult.Success;
        }
        catch (InvalidOperationException ex)
        {
            return ValidateOptionsResult.Fail(ex.Message);
        }
    }
}
