namespace SkyPanel.Simulator.Http;

/// <summary>A status and the body to be written as JSON; no body for null.</summary>
internal sealed record Answer(int Status, object? Body = null)
{
    public static Answer Ok(object body) => new(StatusCodes.Status200OK, body);
}
