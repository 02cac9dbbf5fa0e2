using System.Globalization;

namespace SkyPanel.Core.Data;

/// <summary>
/// An amount of money as an integer number of millionths of a currency's unit: 0.0075 is 7,500. Never a float, so sums are exact.
/// The currency stands beside it, on the plan or the account that the amount belongs to.
/// </summary>
/// <param name="Micros">Millionths of the unit.</param>
public readonly record struct Money(long Micros) : IComparable<Money>
{
    private const decimal MicrosPerUnit = 1_000_000m;

    public static Money Zero => default;

    public decimal Amount => Micros / MicrosPerUnit;

    public static bool operator <(Money left, Money right) => left.Micros < right.Micros;

    public static bool operator >(Money left, Money right) => left.Micros > right.Micros;

    public static bool operator <=(Money left, Money right) => left.Micros <= right.Micros;

    public static bool operator >=(Money left, Money right) => left.Micros >= right.Micros;

    public static Money operator +(Money left, Money right) => new(checked(left.Micros + right.Micros));

    public static Money operator -(Money left, Money right) => new(checked(left.Micros - right.Micros));

    public static Money operator *(Money left, int count) => new(checked(left.Micros * count));

    /// <summary>From a price as vendors and people write it; a tenth of a millionth and finer is rounded up, so a cost is never understated.</summary>
    public static Money FromDecimal(decimal amount) => new((long)decimal.Ceiling(amount * MicrosPerUnit));

    public int CompareTo(Money other) => Micros.CompareTo(other.Micros);

    public override string ToString() => Amount.ToString("0.00####", CultureInfo.InvariantCulture);
}
