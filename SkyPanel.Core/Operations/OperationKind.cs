namespace SkyPanel.Core.Operations;

/// <summary>What an operation changes at a provider. Stored by name: rename none.</summary>
public enum OperationKind
{
    Create,
    Boot,
    ShutDown,
    Reboot,
    Delete,
}

/// <summary>How far an operation has come. Stored by name: rename none.</summary>
public enum OperationState
{
    /// <summary>Written down; nothing sent since.</summary>
    Requested,

    /// <summary>Written down that it is being sent; whoever finds it so later does not know whether it was.</summary>
    Submitted,

    /// <summary>The provider accepted; waiting to see it done.</summary>
    Confirming,

    /// <summary>Sent, with no clear answer: looking for what it did. Nothing is sent until that is known.</summary>
    Reconciling,
    Succeeded,
    Failed,
    Cancelled,
}
