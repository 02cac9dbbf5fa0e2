using SkyPanel.Simulator;

var app = SimulatorApplication.Create(args);
SimulatorApplication.AnnounceAddress(app, Console.Out);
await app.RunAsync();
