// One JSON object per line in: { "depth": n, "value": description }, or { "depth": n, "clixml": text } for what the engine
// makes of a document that it reads. One JSON string per line out: the CLIXML, or { "error": text }. The descriptions are listed in description.ts; text travels as base64 of UTF-16, so that every code
// unit arrives, unpaired surrogates included.
using System.Management.Automation;
using System.Text.Json;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
Console.InputEncoding = new System.Text.UTF8Encoding(false);
Console.Out.WriteLine(JsonSerializer.Serialize(new { engine = typeof(PSObject).Assembly.GetName().Version!.ToString() }));

while (Console.In.ReadLine() is { } line)
{
    object answer;
    try
    {
        var request = JsonDocument.Parse(line).RootElement;
        var depth = request.GetProperty("depth").GetInt32();
        answer = request.TryGetProperty("clixml", out var document)
            ? Again.Serialise(document.GetString()!, depth)
            : PSSerializer.Serialize(Describe.Build(request.GetProperty("value")), depth);
    }
    catch (Exception error)
    {
        answer = new { error = error.ToString() };
    }
    Console.Out.WriteLine(JsonSerializer.Serialize(answer));
}
