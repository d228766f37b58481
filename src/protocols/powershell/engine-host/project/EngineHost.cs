using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

/// The host that the engine asks for; `exit` sets ExitCode.
sealed class EngineHost : PSHost
{
    private readonly EngineHostInterface userInterface = new();

    public int? ExitCode { get; private set; }

    public override string Name => "snapcheck engine host";
    public override Version Version { get; } = typeof(PSObject).Assembly.GetName().Version!;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override PSHostUserInterface UI => userInterface;
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;
    public override void EnterNestedPrompt() => throw EngineHostInterface.NotInteractive();
    public override void ExitNestedPrompt() => throw EngineHostInterface.NotInteractive();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}

/// Writes to the two streams of the process and, as under -NonInteractive, never asks anybody.
sealed class EngineHostInterface : PSHostUserInterface
{
    public static PSInvalidOperationException NotInteractive() => new("the host is not interactive: nobody can be asked");

    public override PSHostRawUserInterface? RawUI => null;

    public override void Write(string value) => Console.Out.Write(GetOutputString(value, supportsVirtualTerminal: true));
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Write(value);
    public override void WriteLine(string value) => Write(value + Environment.NewLine);
    public override void WriteErrorLine(string value) => Console.Error.WriteLine(GetOutputString(value, supportsVirtualTerminal: true));
    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");
    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");
    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override string ReadLine() => throw NotInteractive();
    public override SecureString ReadLineAsSecureString() => throw NotInteractive();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NotInteractive();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NotInteractive();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NotInteractive();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw NotInteractive();
}
