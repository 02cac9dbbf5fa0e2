using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SkyPanel.Core.Data.Sqlite;

/// <summary>SQLite can neither order nor compare DateTimeOffset: moments are stored as UTC ticks.</summary>
internal sealed class SqliteModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private static readonly ValueConverter<DateTimeOffset, long> Ticks =
        new(x => x.UtcTicks, x => new DateTimeOffset(x, TimeSpan.Zero));

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        var moments = modelBuilder.Model.GetEntityTypes()
            .SelectMany(x => x.GetProperties())
            .Where(x => x.ClrType == typeof(DateTimeOffset) || x.ClrType == typeof(DateTimeOffset?));
        foreach (var property in moments)
        {
            property.SetValueConverter(Ticks);
        }
    }
}
