using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode;

/// <summary>Linode's error bodies: <c>{"errors":[{"reason":"…","field":"…"}]}</c>, the field only where there is one.</summary>
internal static class LinodeErrors
{
    /// <summary>The vendor's words for a sold-out plan are not recorded anywhere that we know.</summary>
    public const string SoldOutReason = "This plan is not available in this region";

    public static Answer InvalidToken { get; } = One(StatusCodes.Status401Unauthorized, "Invalid Token");

    /// <summary>A token without the scope is refused with 401, not 403 (client reports of 2026-09).</summary>
    public static Answer MissingScope { get; } = One(StatusCodes.Status401Unauthorized, "Your OAuth token is not authorized to use this endpoint.");

    /// <summary>A restricted user without the grant.</summary>
    public static Answer Unauthorized { get; } = One(StatusCodes.Status403Forbidden, "Unauthorized");

    public static Answer TooManyRequests { get; } = One(StatusCodes.Status429TooManyRequests, "Too many requests");

    public static Answer NotFound { get; } = One(StatusCodes.Status404NotFound, "Not found");

    public static Answer Busy { get; } = One(StatusCodes.Status400BadRequest, "Linode busy.");

    public static Answer BadJson { get; } = One(StatusCodes.Status400BadRequest, "Invalid JSON");

    public static Answer One(int status, string reason) => new(status, new { errors = new[] { new { reason } } });

    public static Answer Field(string field, string reason) => Many([(reason, field)]);

    public static Answer Many(IEnumerable<(string Reason, string? Field)> errors) => new(
        StatusCodes.Status400BadRequest,
        new { errors = errors.Select(error => error.Field is null ? (object)new { reason = error.Reason } : new { reason = error.Reason, field = error.Field }).ToArray() });
}
