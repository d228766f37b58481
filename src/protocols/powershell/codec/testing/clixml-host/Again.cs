using System.Management.Automation;
using System.Reflection;
using System.Text;
using System.Xml;

/// Deserialises a document and serialises it again, with the stream of each value. PSSerializer does the same without
/// streams and is made of these two classes, which are not public.
internal static class Again
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly Engine = typeof(PSObject).Assembly;
    private static readonly Type Serializer = Engine.GetType("System.Management.Automation.Serializer", true)!;
    private static readonly Type Deserializer = Engine.GetType("System.Management.Automation.Deserializer", true)!;

    public static string Serialise(string document, int depth)
    {
        var text = new StringBuilder();
        using var input = XmlReader.Create(new StringReader(document), new XmlReaderSettings { CheckCharacters = false });
        using var output = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true });
        var from = Make(Deserializer, [typeof(XmlReader)], input);
        var to = Make(Serializer, [typeof(XmlWriter), typeof(int), typeof(bool)], output, depth, true);
        while (!(bool)Call(from, "Done", [])!)
        {
            object?[] stream = [null];
            var value = Call(from, "Deserialize", [typeof(string).MakeByRefType()], stream);
            Call(to, "Serialize", [typeof(object), typeof(string)], value, stream[0]);
        }
        Call(to, "Done", []);
        return text.ToString();
    }

    private static object Make(Type type, Type[] parameters, params object?[] arguments) =>
        type.GetConstructor(Any, parameters)!.Invoke(arguments);

    private static object? Call(object target, string method, Type[] parameters, params object?[] arguments) =>
        target.GetType().GetMethod(method, Any, parameters)!.Invoke(target, arguments);
}
