using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace SkyPanel.Core.Data.Identity;

/// <summary>
/// Which of Identity's table layouts is ours. Identity reads it from the application's services only, and without them silently falls back to
/// the first layout, which has no passkeys; so a context that is made outside the application is given services that say it too.
/// </summary>
internal static class IdentitySchema
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddIdentitySchema().BuildServiceProvider();

    public static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(x => x.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    public static DbContextOptionsBuilder UseIdentitySchema(this DbContextOptionsBuilder options) =>
        options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null
            ? options.UseApplicationServiceProvider(Services)
            : options;
}
