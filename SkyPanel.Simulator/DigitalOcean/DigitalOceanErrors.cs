using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>DigitalOcean's error bodies: <c>{"id":"…","message":"…"}</c>, with the request's id where there is one.</summary>
internal static class DigitalOceanErrors
{
    /// <summary>As recorded: a capital letter, no full stop, no request id, no rate headers.</summary>
    public static Answer Unauthorized { get; } =
        new(StatusCodes.Status401Unauthorized, new { id = "Unauthorized", message = "Unable to authenticate you" });

    public static RefusedException TooManyRequests(DigitalOceanCall call)
        => Refused(call, StatusCodes.Status429TooManyRequests, "too_many_requests", "API rate limit exceeded.");

    public static RefusedException NotFound(DigitalOceanCall call)
        => Refused(call, StatusCodes.Status404NotFound, "not_found", "The resource you were accessing could not be found.");

    public static RefusedException Unprocessable(DigitalOceanCall call, string message)
        => Refused(call, StatusCodes.Status422UnprocessableEntity, "unprocessable_entity", message);

    public static RefusedException NoCapacity(DigitalOceanCall call, IEnumerable<string> otherRegions) => new(new Answer(
        StatusCodes.Status422UnprocessableEntity,
        new { id = "unprocessable_entity", message = "The size you selected is temporarily unavailable because of High CPU server capacity", request_id = call.RequestId, error_attributes = new { available_regions = otherRegions.ToArray() } }));

    public static RefusedException BadRequest(DigitalOceanCall call, string message)
        => Refused(call, StatusCodes.Status400BadRequest, "bad_request", message);

    public static RefusedException Conflict(DigitalOceanCall call, string message) => Refused(call, StatusCodes.Status409Conflict, "conflict", message);

    public static RefusedException Forbidden(DigitalOceanCall call, string message) => Refused(call, StatusCodes.Status403Forbidden, "Forbidden", message);

    public static RefusedException MissingPermission(DigitalOceanCall call, string permission)
        => Forbidden(call, $"You are missing the required permission {permission}.");

    private static RefusedException Refused(DigitalOceanCall call, int status, string id, string message)
        => new(new Answer(status, new { id, message, request_id = call.RequestId }));
}
