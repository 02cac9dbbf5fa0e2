using SkyPanel.Providers.DigitalOcean;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class SshKeyFingerprintTests
{
    // Made with ssh-keygen; the fingerprint is what `ssh-keygen -l -E md5` prints.
    [Theory]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJD1sM5YdppqbO/XPAeERcC7NE87j+F56dqqH4CltV3Y someone@home", "e0:db:6d:37:7c:a7:e7:ff:9e:72:93:60:4b:89:fc:c8")]
    [InlineData("  ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJD1sM5YdppqbO/XPAeERcC7NE87j+F56dqqH4CltV3Y  ", "e0:db:6d:37:7c:a7:e7:ff:9e:72:93:60:4b:89:fc:c8")]
    public void Fingerprint_Key_IsWhatSshKeygenPrints(string key, string expected) => Assert.Equal(expected, SshKeyRegistry.Fingerprint(key));
}
