using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using SkyPanel.Core.Access;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;
using SkyPanel.Web.Components;

namespace SkyPanel.Tests.Architecture;

public sealed partial class ShapeTests
{
    private static readonly Assembly Core = typeof(IProviderService).Assembly;
    private static readonly Assembly[] Ours = [Core, typeof(ProviderServiceCollectionExtensions).Assembly, typeof(App).Assembly];

    private static readonly string[] WithoutActor =
    [
        // Reached before anybody is known: there is no actor yet, or finding it is the task.
        $"{nameof(SignUpService)}.{nameof(SignUpService.RegisterAsync)}",
        $"{nameof(SignUpService)}.{nameof(SignUpService.CreateAdminAsync)}",
        $"{nameof(MembershipService)}.{nameof(MembershipService.ResolveAsync)}",

        // Serves no people: another service has asked for the actor's rights by then.
        $"{nameof(PlacementService)}.{nameof(PlacementService.PlaceAsync)}",
    ];

    [Fact]
    public void Classes_AreSealedUnlessAbstract() => Assert.Empty(
        from type in Ours.SelectMany(Written)
        where type is { IsClass: true, IsSealed: false, IsAbstract: false }

        // The Razor compiler writes the class of a component without a code-behind file, and leaves it open.
        where !typeof(IComponent).IsAssignableFrom(type) && type.Name != "_Imports"
        select type.FullName);

    [Fact]
    public void AsyncMethods_SaySo() => Assert.Empty(
        from method in Ours.SelectMany(Written).SelectMany(Declared)
        where ReturnsTask(method) && !method.Name.EndsWith("Async", StringComparison.Ordinal)

        // Blazor, EF and ASP.NET name what they call.
        where !Overrides(method) && !IsNamedByItsInterface(method) && method.Name is not "Invoke" and not "Execute"
        select $"{method.DeclaringType!.FullName}.{method.Name}");

    [Fact]
    public void PublicAsyncMethodsOfCore_TakeACancellationTokenLast() => Assert.Empty(
        from method in Written(Core).Where(x => x.IsVisible).SelectMany(Declared)
        where method.IsPublic && ReturnsTask(method) && !Overrides(method) && !IsNamedByItsInterface(method)
        where method.GetParameters() is not [.., { ParameterType: var last }] || last != typeof(CancellationToken)
        select $"{method.DeclaringType!.FullName}.{method.Name}");

    [Fact]
    public void ServicesForPeople_TakeTheActorFirst() => Assert.Empty(
        from type in Written(Core)
        where type.IsPublic && (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name is nameof(OrganizationDirectory) or "InstanceBrowser")
        where type.IsClass
        from method in Declared(type)
        where method.IsPublic && ReturnsTask(method)
        where method.GetParameters().FirstOrDefault()?.ParameterType != typeof(Actor)
        let name = $"{type.Name}.{method.Name}"
        where !WithoutActor.Contains(name, StringComparer.Ordinal)
        select name);

    [Fact]
    public void PublicTypesOfCore_SayWhatTheyPromise() => Assert.Empty(
        from file in SourceTree.Files("SkyPanel.Core")
        let lines = file.Text.Split('\n')
        from line in lines.Index()
        where PublicType().IsMatch(line.Item)
        where !lines.Take(line.Index).Reverse().SkipWhile(x => x.StartsWith('[')).First().StartsWith("///", StringComparison.Ordinal)

        // Registration reads as its name.
        where !file.Path.EndsWith("ServiceCollectionExtensions.cs", StringComparison.Ordinal)
        select $"{file.Path}: {line.Item.Trim()}");

    private static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(x =>
        !x.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && x.Namespace?.StartsWith("SkyPanel", StringComparison.Ordinal) is true
        && !x.Name.Contains('<', StringComparison.Ordinal));

    private static IEnumerable<MethodInfo> Declared(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(x => !x.IsSpecialName && !x.Name.Contains('<', StringComparison.Ordinal) && !x.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static bool ReturnsTask(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType)
        || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool Overrides(MethodInfo method) => method.GetBaseDefinition() != method;

    /// <summary>Whether an interface of somebody else's gave the method its name.</summary>
    private static bool IsNamedByItsInterface(MethodInfo method) => method.DeclaringType is { IsInterface: false } type
        && type.GetInterfaces()
            .Where(x => !Ours.Contains(x.Assembly))
            .Any(x => type.GetInterfaceMap(x).TargetMethods.Contains(method));

    [GeneratedRegex(@"^public (\w+ )*?(class|record|interface|enum|struct) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicType();
}
