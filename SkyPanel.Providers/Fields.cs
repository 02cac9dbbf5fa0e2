namespace SkyPanel.Providers;

/// <summary>Our names of what a customer fills in, as errors point at them.</summary>
internal static class Fields
{
    public const string Name = "name";
    public const string Plan = "plan";
    public const string Region = "region";
    public const string Image = "image";
    public const string Password = "password";
    public const string Keys = "keys";
    public const string Script = "script";
    public const string Tag = "tag";
}
