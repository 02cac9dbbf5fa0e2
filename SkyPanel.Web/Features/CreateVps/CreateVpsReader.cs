using SkyPanel.Core.Catalog;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.CreateVps;

/// <summary>Reads what the wizard offers, and hands in what was chosen, for whoever is signed in at that moment.</summary>
public sealed class CreateVpsReader(CurrentActor actors, OfferingService offerings, SshKeyService keys, CreateInstanceService creation)
{
    public async Task<IReadOnlyList<ProviderOffering>> ProvidersAsync(CancellationToken cancellationToken) =>
        await offerings.ListProvidersAsync(await actors.GetAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<SshKeyRow>> KeysAsync(CancellationToken cancellationToken) =>
        await keys.ListAsync(await actors.GetAsync(cancellationToken), cancellationToken);

    /// <exception cref="ProviderException">The provider does not answer and nothing of it is remembered.</exception>
    public async Task<ProviderChoices> ChoicesAsync(ProviderType provider, CancellationToken cancellationToken)
    {
        var actor = await actors.GetAsync(cancellationToken);
        return new ProviderChoices(
            await offerings.ListPlansAsync(actor, provider, cancellationToken),
            await offerings.ListRegionsAsync(actor, provider, cancellationToken),
            await offerings.ListImagesAsync(actor, provider, cancellationToken));
    }

    /// <summary>Goes through once begun: closing the page does not undo it.</summary>
    /// <exception cref="ProviderException">The catalogue cannot be read now.</exception>
    public async Task<CreateInstanceOutcome> CreateAsync(CreateInstanceRequest request) =>
        await creation.CreateAsync(await actors.GetAsync(CancellationToken.None), request, CancellationToken.None);
}
