// One JSON object per line in: { "depth": n, "value": description }. One JSON string per line out: the CLIXML, or
// { "error": text }. The descriptions are listed in description.ts; text travels as base64 of UTF-16, so that every code
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
        answer = PSSerializer.Serialize(Describe.Build(request.GetProperty("value")), request.GetProperty("depth").GetInt32());
    }
    catch (Exception error)
    {
        answer = new { error = error.ToString() };
    }
    Console.Out.WriteLine(JsonSerializer.Serialize(answer));
}
