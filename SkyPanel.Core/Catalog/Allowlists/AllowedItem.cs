using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog.Allowlists;

/// <summary>Something of a provider's that customers may have. Where none of its kind is listed, they may have all.</summary>
public sealed class AllowedItem
{
    internal const int ItemIdLength = 255;

    private AllowedItem()
    {
    }

    public ProviderType ProviderType { get; private init; }

    public CatalogueKind Kind { get; private init; }

    /// <summary>The provider's id of it.</summary>
    public string ItemId { get; private init; } = "";

    internal static AllowedItem Of(ProviderType type, CatalogueKind kind, string itemId) => new() { ProviderType = type, Kind = kind, ItemId = itemId };
}

/// <summary>What can be narrowed. Stored by name: rename none.</summary>
public enum CatalogueKind
{
    Region,
    Image,
}

internal sealed class AllowedItemConfiguration : IEntityTypeConfiguration<AllowedItem>
{
    public void Configure(EntityTypeBuilder<AllowedItem> builder)
    {
        builder.ToTable("allowed_items");
        builder.HasKey(x => new { x.ProviderType, x.Kind, x.ItemId });
        builder.Property(x => x.ProviderType).HasConversion(x => x.Value, x => new ProviderType(x)).HasMaxLength(50);
        builder.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.ItemId).HasMaxLength(AllowedItem.ItemIdLength);
    }
}
