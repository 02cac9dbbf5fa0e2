using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Instances.Keys;

namespace SkyPanel.Web.Features.CreateVps.Steps;

/// <summary>Who gets in: holders of keys, or whoever has the password that is made.</summary>
public sealed partial class AccessStep
{
    private bool _adding;

    [Parameter, EditorRequired]
    public IReadOnlyList<SshKeyRow> Keys { get; set; } = [];

    [Parameter, EditorRequired]
    public CreateVpsDraft Draft { get; set; } = default!;

    [Parameter]
    public EventCallback Changed { get; set; }

    [Parameter]
    public EventCallback<SshKeyRow> Added { get; set; }

    private Task AddAsync(SshKeyRow key)
    {
        _adding = false;
        return Added.InvokeAsync(key);
    }

    private Task SetAsync(Guid id, bool chosen)
    {
        Draft.SetKey(id, chosen);
        return Changed.InvokeAsync();
    }

    private Task PasswordAsync(bool chosen)
    {
        if (chosen)
        {
            Draft.ChoosePassword();
        }
        else
        {
            Draft.ChooseKeys();
        }

        return Changed.InvokeAsync();
    }
}
