using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text.Json;
using System.Xml;

/// Properties of its own, which count for the depth; members that are added to an object do not (observed).
internal sealed class Chain(int left)
{
    public string Name => $"link {left}";
    public Chain? Next => left == 0 ? null : new Chain(left - 1);
    public override string ToString() => $"ToString of link {left}";
}

/// A property that cannot be read: the engine writes `<Props />` (observed).
internal sealed class Unreadable
{
    public string Name => throw new InvalidOperationException();
    public override string ToString() => "";
}

internal enum Colour : byte { Red = 1, Green = 2 }

/// Builds the .NET object that a description stands for.
internal static class Describe
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static object? Build(JsonElement description)
    {
        var value = description.TryGetProperty("value", out var given) ? given : default;
        return description.GetProperty("type").GetString() switch
        {
            "nil" => null,
            "string" => Text(value),
            "char" => (char)value.GetInt32(),
            "boolean" => value.GetBoolean(),
            "byte" => value.GetByte(),
            "sbyte" => value.GetSByte(),
            "uint16" => value.GetUInt16(),
            "int16" => value.GetInt16(),
            "uint32" => value.GetUInt32(),
            "int32" => value.GetInt32(),
            "uint64" => ulong.Parse(value.GetString()!, Invariant),
            "int64" => long.Parse(value.GetString()!, Invariant),
            "single" => BitConverter.Int32BitsToSingle(value.GetInt32()),
            "double" => BitConverter.Int64BitsToDouble(long.Parse(value.GetString()!, Invariant)),
            "decimal" => decimal.Parse(value.GetString()!, Invariant),
            "dateTime" => new DateTime(long.Parse(value.GetProperty("ticks").GetString()!, Invariant), Enum.Parse<DateTimeKind>(value.GetProperty("kind").GetString()!)),
            "duration" => new TimeSpan(long.Parse(value.GetString()!, Invariant)),
            "guid" => Guid.Parse(value.GetString()!),
            "uri" => new Uri(Text(value), UriKind.RelativeOrAbsolute),
            "version" => Version.Parse(value.GetString()!),
            "xml" => Document(Text(value)),
            "scriptBlock" => ScriptBlock.Create(Text(value)),
            "secureString" => Secret(Text(value)),
            "bytes" => value.GetBytesFromBase64(),
            "colour" => (Colour)value.GetByte(),
            "array" => Items(value).ToArray(),
            "list" => new List<object?>(Items(value)),
            "enumerable" => new HashSet<object?>(Items(value)),
            "stack" => new Stack(Items(value).ToArray()),
            "queue" => new Queue(Items(value).ToArray()),
            "dictionary" => Dictionary(value),
            "object" => Custom(value),
            "extended" => Extended(value, description.GetProperty("around")),
            "twice" => Twice(value),
            "cycle" => Cycle(),
            "chain" => new Chain(value.GetInt32()),
            "unreadable" => new Unreadable(),
            "memberSet" => Set(value),
            "progress" => new ProgressRecord(7, Text(value), "status") { PercentComplete = 40, ParentActivityId = 3 },
            var unknown => throw new ArgumentException($"no description of type {unknown}"),
        };
    }

    /// Encoding.Unicode would replace unpaired surrogates.
    private static string Text(JsonElement value)
    {
        var bytes = value.GetBytesFromBase64();
        var characters = new char[bytes.Length / 2];
        Buffer.BlockCopy(bytes, 0, characters, 0, bytes.Length);
        return new string(characters);
    }

    private static IEnumerable<object?> Items(JsonElement values) => values.EnumerateArray().Select(Build);

    private static Hashtable Dictionary(JsonElement entries)
    {
        var dictionary = new Hashtable();
        foreach (var entry in entries.EnumerateArray()) dictionary[Build(entry[0])!] = Build(entry[1]);
        return dictionary;
    }

    private static PSObject Custom(JsonElement members) => With(new PSObject(), members);

    /// A value of another type with members added to it.
    private static PSObject Extended(JsonElement members, JsonElement around) => With(new PSObject(Build(around)!), members);

    private static PSObject With(PSObject made, JsonElement members)
    {
        foreach (var member in members.EnumerateArray()) made.Properties.Add(new PSNoteProperty(Text(member[0]), Build(member[1])));
        return made;
    }

    /// Members under a name of their own, beside a set without any.
    private static PSObject Set(JsonElement members)
    {
        var made = new PSObject();
        var set = new PSMemberSet("Set");
        foreach (var member in Custom(members).Properties) set.Members.Add(new PSNoteProperty(member.Name, member.Value));
        set.Members.Add(new PSMemberSet("Inner"));
        made.Members.Add(set);
        return made;
    }

    private static object Twice(JsonElement members)
    {
        var shared = Custom(members);
        return new object[] { shared, shared };
    }

    private static PSObject Cycle()
    {
        var itself = new PSObject();
        itself.Properties.Add(new PSNoteProperty("Self", itself));
        return itself;
    }

    private static XmlDocument Document(string text)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(text);
        return document;
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (var character in text) secret.AppendChar(character);
        return secret;
    }
}
