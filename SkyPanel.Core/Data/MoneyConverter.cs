using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SkyPanel.Core.Data;

/// <summary>Stores money as its millionths.</summary>
internal sealed class MoneyConverter() : ValueConverter<Money, long>(x => x.Micros, x => new Money(x));
