using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Shared;

/// <summary>Takes a public key into the organisation's list. What was typed stays until it is in.</summary>
public sealed partial class AddSshKeyForm(CurrentActor actors, SshKeyService keys)
{
    private string _name = "";
    private string _key = "";
    private string? _field;
    private string? _fault;
    private bool _busy;

    /// <summary>Gets the key that was added.</summary>
    [Parameter, EditorRequired]
    public EventCallback<SshKeyRow> Added { get; set; }

    /// <summary>Where given, there is a button to leave without adding.</summary>
    [Parameter]
    public EventCallback Cancelled { get; set; }

    /// <summary>Whether adding is the page's main act.</summary>
    [Parameter]
    public bool Primary { get; set; }

    private async Task SubmitAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var outcome = await keys.AddAsync(await actors.GetAsync(CancellationToken.None), _name, _key, CancellationToken.None);
            await outcome.Match(AcceptAsync, RefuseAsync);
        }
        finally
        {
            _busy = false;
        }
    }

    private Task AcceptAsync(SshKeyRow row)
    {
        (_name, _key, _field, _fault) = ("", "", null, null);
        return Added.InvokeAsync(row);
    }

    private Task RefuseAsync(string field, string text)
    {
        (_field, _fault) = (field, text);
        return Task.CompletedTask;
    }
}
