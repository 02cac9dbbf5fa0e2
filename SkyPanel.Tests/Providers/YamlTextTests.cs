using SkyPanel.Providers;

namespace SkyPanel.Tests.Providers;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("plain-1", "\"plain-1\"")]
    [InlineData("a: b #c 'd' {e} %&*!|>", "\"a: b #c 'd' {e} %&*!|>\"")]
    [InlineData("q\"b\\", "\"q\\\"b\\\\\"")]
    [InlineData("two\nlines\t", "\"two\\u000Alines\\u0009\"")]
    [InlineData("ö€", "\"\\u00F6\\u20AC\"")]
    [InlineData("😀", "\"\\U0001F600\"")]
    [InlineData("\u2028", "\"\\u2028\"")]
    public void Quote_AnyText_StaysOneString(string text, string expected) => Assert.Equal(expected, YamlText.Quote(text));
}
