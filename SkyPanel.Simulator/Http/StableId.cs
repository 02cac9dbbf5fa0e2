using System.Security.Cryptography;
using System.Text;

namespace SkyPanel.Simulator.Http;

/// <summary>Identifiers that look random and are the same for the same seed, so that no answer changes between two reads.</summary>
internal static class StableId
{
    public static string Hex(string seed, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)))[..length];

    public static Guid Guid(string seed) => new(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16));

    public static int Number(string seed, int below) => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) % (uint)below);
}
