using System.Diagnostics;
using System.Globalization;

namespace SkyPanel.Tests.Support.Engines;

/// <summary>
/// A PostgreSQL of this test run: a data folder under the system's temporary one and a socket in it, no port. A guardian process owns it and
/// waits at a pipe from here: however this process ends, killed included, the pipe closes and the guardian stops the server and removes the folder.
/// </summary>
internal static class PostgreSqlCluster
{
    /// <summary>Durability is of no use to a database that nobody reads after the test.</summary>
    private const string Guardian = """
        trap '' INT HUP TERM
        cd "$1" || exit 1
        {
          "$2/initdb" -D data -U skypanel --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync &&
          "$2/pg_ctl" -D data -l server.log -w start -o "-k '$1' -c listen_addresses='' -c max_connections=400 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        } >start.log 2>&1 && echo ready || { cat start.log; rm -rf "$1"; exit 1; }
        read -r _
        "$2/pg_ctl" -D data -m immediate -w stop >/dev/null 2>&1
        rm -rf "$1"
        """;

    /// <summary>The connection string of a new server, or null where PostgreSQL is not installed.</summary>
    /// <exception cref="InvalidOperationException">It is installed and does not start; the message says what it said.</exception>
    public static string? Start()
    {
        if (FindPrograms() is not { } programs)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("skypanel-pg-").FullName;
        var guardian = Process.Start(Command(folder, programs))!;
        if (guardian.StandardOutput.ReadLine() is not "ready" and var said)
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {said}\n{guardian.StandardOutput.ReadToEnd()}{guardian.StandardError.ReadToEnd()}");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(guardian);
        return $"Host={folder};Username=skypanel;Database=postgres;Pooling=true;Timeout=30;Command Timeout=60";
    }

    private static void Stop(Process guardian)
    {
        guardian.StandardInput.Close();
        guardian.WaitForExit(TimeSpan.FromSeconds(20));
        guardian.Dispose();
    }

    /// <summary>The newest version's folder with the server's programs.</summary>
    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(x => int.TryParse(Path.GetFileName(x), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(x => Path.Combine(x, "bin"))
            : [];
        var searched = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return installed.Concat(searched).FirstOrDefault(x => File.Exists(Path.Combine(x, "initdb")) && File.Exists(Path.Combine(x, "pg_ctl")));
    }

    /// <summary>PostgreSQL refuses to run as root, so root hands it to another user.</summary>
    private static ProcessStartInfo Command(string folder, string programs)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        string[] shell = ["/bin/sh", "-c", Guardian, "sh", folder, programs];
        if (Environment.IsPrivilegedProcess)
        {
            var (user, group) = Unprivileged();
            using var chown = Process.Start("chown", [user, folder]);
            chown.WaitForExit();
            shell = ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", .. shell];
        }

        start.FileName = shell[0];
        foreach (var argument in shell.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static (string User, string Group) Unprivileged()
    {
        var users = File.ReadLines("/etc/passwd").Select(x => x.Split(':')).ToList();
        var user = users.Find(x => x[0] is "postgres") ?? users.First(x => x[0] is "nobody");
        return (user[2], user[3]);
    }
}
