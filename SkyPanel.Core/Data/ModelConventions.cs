using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SkyPanel.Core.Data;

/// <summary>What holds for every table: snake_case names, versions as concurrency tokens.</summary>
internal static partial class ModelConventions
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                // Lives inside a column of its owner: has no table, columns or keys of its own to name.
                entity.SetContainerColumnName(Snake(entity.GetContainerColumnName()!));
                continue;
            }

            NameTable(entity);
            foreach (var property in entity.GetProperties())
            {
                Shape(entity, property);
            }

            NameConstraints(entity);
        }
    }

    private static void Shape(IMutableEntityType entity, IMutableProperty property)
    {
        if (property.Name is nameof(IVersioned.Version) && typeof(IVersioned).IsAssignableFrom(entity.ClrType))
        {
            property.IsConcurrencyToken = true;
        }

        property.SetColumnName(Snake(property.GetColumnName()));
    }

    private static void NameTable(IMutableEntityType entity)
    {
        if (entity.GetTableName() is { } table)
        {
            entity.SetTableName(Snake(table.Replace("AspNet", "", StringComparison.Ordinal)));
        }
    }

    private static void NameConstraints(IMutableEntityType entity)
    {
        foreach (var key in entity.GetKeys())
        {
            key.SetName(Snake(key.GetName()!));
        }

        foreach (var foreignKey in entity.GetForeignKeys())
        {
            foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()!));
        }

        foreach (var index in entity.GetIndexes())
        {
            index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    // Names are our own identifiers: short, and lower case is what the databases fold to.
#pragma warning disable CA1308
    private static string Snake(string name) => WordStart().Replace(name, "_").Replace("__", "_", StringComparison.Ordinal).ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
