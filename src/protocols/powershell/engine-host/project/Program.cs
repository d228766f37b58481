// Behaves as `pwsh -NoLogo -NoProfile -NonInteractive -NoExit -Command -`: runs what comes on stdin line by line, as the
// input loop of PowerShell's ConsoleHost does. Only what a shell must have for node-powershell; the engine's own commands
// (Microsoft.PowerShell.Core) are there, the modules Utility and Management are not.
using System.Management.Automation;
using System.Management.Automation.Runspaces;

string[] flags = ["-NoLogo", "-NoProfile", "-NonInteractive", "-NoExit"];
if (args is not [.., "-Command", "-"] || args[..^2].Except(flags).Any())
{
    Console.Error.WriteLine($"engine-host takes {string.Join(", ", flags)} and, at the end, -Command -");
    return 64;
}

// As PowerShell 7 does: https://no-color.org, and a terminal that is none.
if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb")
    PSStyle.Instance.OutputRendering = OutputRendering.PlainText;

var host = new EngineHost();
using var runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
runspace.ThreadOptions = PSThreadOptions.ReuseThread;
runspace.Open();

string? block = null;
while (host.ExitCode is null && Console.In.ReadLine() is { } line)
{
    // A block that is not complete goes on until an empty line; only then is it tried again.
    var isEmpty = string.IsNullOrWhiteSpace(line);
    if (isEmpty && block is null) continue;
    if (!isEmpty && block is not null)
    {
        block += '\n' + line;
        continue;
    }
    var command = block ?? line;
    block = Execute(command) ? null : command;
}
// Not by return: the thread of a runspace that a script left open would keep the process.
Environment.Exit(host.ExitCode ?? 0);
return 0;

// False where the command is the beginning of a longer one.
bool Execute(string command)
{
    try
    {
        Run(command);
    }
    catch (IncompleteParseException)
    {
        return false;
    }
    catch (RuntimeException error)
    {
        host.UI.WriteErrorLine($"{error.ErrorRecord.CategoryInfo.Reason}: {error.Message}");
    }
    return true;
}

void Run(string command)
{
    using var pipeline = runspace.CreatePipeline(command, addToHistory: true);
    pipeline.Commands.Add(Output());
    pipeline.Invoke();
}

static Command Output() =>
    new("Out-Default") { MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output };
