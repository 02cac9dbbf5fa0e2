using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Tests.Core.ProviderAccounts.Secrets;

public sealed class TokenKeyRingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skypanel-keys-");

    private string File => Path.Combine(_folder.FullName, "deeper", "keys.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void CreateFile_New_IsForItsOwnerAloneAndUsable()
    {
        TokenKeyRing.CreateFile(File);

        var box = new SecretBox(TokenKeyRing.Load(File));
        Assert.Equal("secret", box.Unprotect(box.Protect("secret", "place"), "place"));
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void CreateFile_Twice_MakesDifferentKeys()
    {
        TokenKeyRing.CreateFile(File);
        TokenKeyRing.CreateFile(File + "2");

        Assert.NotEqual(System.IO.File.ReadAllText(File), System.IO.File.ReadAllText(File + "2"), StringComparer.Ordinal);
    }

    [Fact]
    public void CreateFile_ThereIsOne_LeavesItAsItIs()
    {
        TokenKeyRing.CreateFile(File);
        var before = System.IO.File.ReadAllText(File);

        Assert.Throws<IOException>(() => TokenKeyRing.CreateFile(File));

        Assert.Equal(before, System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void Load_NoFile_SaysSo() =>
        Assert.Contains("does not exist", Assert.Throws<InvalidOperationException>(() => TokenKeyRing.Load(File)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Load_OthersMayUseTheFile_Refuses(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are a matter of Unix.");
        TokenKeyRing.CreateFile(File);
        AddMode(more);

        Assert.Contains("0600", Assert.Throws<InvalidOperationException>(() => TokenKeyRing.Load(File)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"active":"k1","keys":{}}""")]
    [InlineData("""{"active":"k1","keys":{"k1":null}}""")]
    [InlineData("""{"active":"k1","keys":{"k1":"c2hvcnRjYW5hcnk="}}""")]
    [InlineData("""{"active":"k1","keys":{"k1":"not base64 canary"}}""")]
    [InlineData("""{"active":"k.1","keys":{"k.1":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}}""")]
    public void Load_NoUsableRing_RefusesWithoutQuotingIt(string content)
    {
        TokenKeyRing.CreateFile(File);
        System.IO.File.WriteAllText(File, content);

        var refused = Assert.Throws<InvalidOperationException>(() => TokenKeyRing.Load(File));

        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2hvcnRj", refused.ToString(), StringComparison.Ordinal);
    }

    private void AddMode(UnixFileMode more)
    {
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File, System.IO.File.GetUnixFileMode(File) | more);
        }
    }
}
