using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Tests.Web.Components.Shared;

public sealed class TypedConfirmDialogTests : BunitContext, IAsyncLifetime
{
    private readonly IRenderedComponent<MudDialogProvider> _provider;

    public TypedConfirmDialogTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Render<MudPopoverProvider>();
        _provider = Render<MudDialogProvider>();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("web-0")]
    [InlineData("WEB-01")]
    public async Task Confirm_OtherName_StaysLocked(string typed)
    {
        var answer = await OpenAsync();

        await _provider.Find("input").InputAsync(typed);
        await _provider.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.True(_provider.Find(".button--danger").HasAttribute("disabled"));
        Assert.False(answer.IsCompleted);
    }

    [Fact]
    public async Task Confirm_NameTypedAndButtonPressed_IsTrue()
    {
        var answer = await OpenAsync();

        await _provider.Find("input").InputAsync(" web-01 ");
        await _provider.Find(".button--danger").ClickAsync(new MouseEventArgs());

        Assert.True(await answer);
    }

    [Fact]
    public async Task Cancel_Pressed_IsFalse()
    {
        var answer = await OpenAsync();

        await _provider.FindAll("button").Single(x => x.TextContent is "Cancel").ClickAsync(new MouseEventArgs());

        Assert.False(await answer);
    }

    private async Task<Task<bool>> OpenAsync()
    {
        Task<bool> answer = Task.FromResult(false);
        await _provider.InvokeAsync(() =>
        {
            answer = TypedConfirmDialog.ShowAsync(
                Services.GetRequiredService<IDialogService>(), "Delete web-01", "Its disk is deleted for ever.", "web-01", "Delete VPS");
        });
        _provider.WaitForElement("input");
        return answer;
    }
}
