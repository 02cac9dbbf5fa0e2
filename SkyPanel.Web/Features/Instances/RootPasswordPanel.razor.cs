using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Features.Instances;

/// <summary>Shows a generated password while there is one to show. Never in the first, plain rendering: that may be stored on the way.</summary>
public sealed partial class RootPasswordPanel(CurrentActor actors, RootPasswordService passwords)
{
    private string? _password;

    [Parameter, EditorRequired]
    public Guid InstanceId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            _password = await passwords.ReadAsync(await actors.GetAsync(CancellationToken.None), InstanceId, CancellationToken.None);
        }
    }

    private async Task AcknowledgeAsync()
    {
        await passwords.AcknowledgeAsync(await actors.GetAsync(CancellationToken.None), InstanceId, CancellationToken.None);
        _password = null;
    }
}
