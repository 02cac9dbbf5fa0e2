namespace SkyPanel.Core.Providers;

/// <summary>Who is waiting for a call. Providers count calls, so when they are scarce the first in this list goes first.</summary>
public enum ProviderPriority
{
    /// <summary>A person looks at the page and waits, or acted and waits for the effect.</summary>
    Person,

    /// <summary>A machine was ordered. It takes minutes anyway.</summary>
    Create,

    /// <summary>Nobody waits. Such calls leave a share of every limit to people.</summary>
    Background,
}
