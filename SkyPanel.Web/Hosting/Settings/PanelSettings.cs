using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace SkyPanel.Web.Hosting.Settings;

/// <summary>Where settings come from, weakest first: the file beside the program, then whatever the host reads by itself.</summary>
internal static class PanelSettings
{
    public static WebApplicationBuilder AddPanelSettings(this WebApplicationBuilder builder)
    {
        // Under `dotnet run` the content root is the project's folder, where the file is not.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Optional = true,
        });
        builder.Services.AddOptions<PanelHostOptions>().BindConfiguration(PanelHostOptions.Section).ValidateOnStart();
        if (builder.Environment.IsDevelopment())
        {
            DevelopmentSettings.Fill(builder.Configuration, builder.Environment.ContentRootPath);
        }

        return builder;
    }
}
