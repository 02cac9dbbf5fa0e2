namespace SkyPanel.Simulator.Http;

/// <summary>Ends the handling of a request with the given answer; nothing has been changed yet when it is thrown.</summary>
internal sealed class RefusedException(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;
}
