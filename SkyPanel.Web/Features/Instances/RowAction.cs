using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Operations;

namespace SkyPanel.Web.Features.Instances;

/// <summary>A power action that was chosen in a row.</summary>
public sealed record RowAction(InstanceRow Row, OperationKind Kind);
