using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Tests.Core.ProviderAccounts.Secrets;

public sealed class SecretBoxTests
{
    private const string Place = "table|row|field";

    [Theory]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("dop_v1_0123456789abcdef")]
    [InlineData("smørrebrød \u0000 🌩")]
    public void Unprotect_SamePlace_GivesTheSecret(string secret)
    {
        var box = Box("k1");

        Assert.Equal(secret, box.Unprotect(box.Protect(secret, Place), Place));
    }

    [Fact]
    public void Protect_TwiceTheSame_GivesDifferentTexts()
    {
        var box = Box("k1");

        Assert.NotEqual(box.Protect("secret", Place), box.Protect("secret", Place), StringComparer.Ordinal);
    }

    [Fact]
    public void Protect_AnySecret_NamesFormatAndKeyAndHidesTheSecret()
    {
        var text = Box("k1").Protect("canary", Place);

        Assert.Matches(@"\Asp1\.k1\.[A-Za-z0-9_-]+\z", text);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unprotect_SwappedAmongRows_AcceptsNone()
    {
        var box = Box("k1");
        var rows = Enumerable.Range(0, 100).Select(x => $"service_providers|{x}|token").ToArray();
        var texts = rows.Select(x => box.Protect("the same token", x)).ToArray();

        var accepted = (from text in Enumerable.Range(0, 100)
                        from row in Enumerable.Range(0, 100)
                        where text != row && IsReadable(box, texts[text], rows[row])
                        select (text, row)).Count();

        Assert.Equal(0, accepted);
    }

    [Fact]
    public void Unprotect_AnyBitFlipped_AcceptsNone()
    {
        var box = Box("k1");
        var accepted = 0;
        var tried = 0;
        for (var blob = 0; blob < 20; blob++)
        {
            var text = box.Protect(new string('t', 40 + blob), Place);
            for (var bit = 0; bit < text.Length * 7; bit++, tried++)
            {
                var altered = text.ToCharArray();
                altered[bit / 7] ^= (char)(1 << (bit % 7));
                accepted += IsReadable(box, new string(altered), Place) ? 1 : 0;
            }
        }

        Assert.Equal((0, true), (accepted, tried > 10_000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sp1")]
    [InlineData("sp1.k1")]
    [InlineData("sp1.k1.")]
    [InlineData("sp1.k1.AAAA")]
    [InlineData("sp1.k1.!!!!")]
    [InlineData("a token that was never encrypted")]
    public void Unprotect_NotOurs_Refuses(string text) =>
        Assert.Throws<SecretUnreadableException>(() => Box("k1").Unprotect(text, Place));

    [Theory]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(".")]
    public void Unprotect_SomethingAppended_Refuses(string tail)
    {
        var box = Box("k1");

        Assert.Throws<SecretUnreadableException>(() => box.Unprotect(box.Protect("secret", Place) + tail, Place));
    }

    [Fact]
    public void Unprotect_KeyNoLongerActive_StillReads()
    {
        var keys = Keys("k1", "k2");
        var text = new SecretBox(new TokenKeyRing("k1", keys)).Protect("secret", Place);

        Assert.Equal("secret", new SecretBox(new TokenKeyRing("k2", keys)).Unprotect(text, Place));
    }

    [Fact]
    public void Unprotect_KeyGone_Refuses()
    {
        var text = Box("k1").Protect("secret", Place);

        Assert.Throws<SecretUnreadableException>(() => Box("k2").Unprotect(text, Place));
    }

    [Fact]
    public void Unprotect_OtherKeyUnderTheSameId_RefusesWithoutAWordOfTheContent()
    {
        var text = Box("k1").Protect("canary", Place);

        var refused = Assert.Throws<SecretUnreadableException>(() => Box("k1").Unprotect(text, Place));

        Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(text, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unprotect_RelabelledToAnotherKeyOfTheSameBytes_Refuses()
    {
        var keys = Keys("k1");
        keys["k2"] = keys["k1"];
        var box = new SecretBox(new TokenKeyRing("k1", keys));

        var relabelled = box.Protect("secret", Place).Replace(".k1.", ".k2.", StringComparison.Ordinal);

        Assert.Throws<SecretUnreadableException>(() => box.Unprotect(relabelled, Place));
    }

    private static SecretBox Box(string keyId) => new(new TokenKeyRing(keyId, Keys(keyId)));

    private static Dictionary<string, byte[]> Keys(params string[] ids) =>
        ids.ToDictionary(x => x, _ => System.Security.Cryptography.RandomNumberGenerator.GetBytes(32), StringComparer.Ordinal);

    private static bool IsReadable(SecretBox box, string text, string place)
    {
        try
        {
            box.Unprotect(text, place);
            return true;
        }
        catch (SecretUnreadableException)
        {
            return false;
        }
    }
}
