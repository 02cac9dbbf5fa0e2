using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

/// <summary>One vendor's machines for the control. Every member is called while the store is held.</summary>
internal interface IMachineSide
{
    IEnumerable<ControlledMachine> All(SimulatorStore store);

    ControlledMachine? Find(SimulatorStore store, long id) => All(store).FirstOrDefault(machine => machine.Id == id);

    /// <summary>Null, and nothing made, when the seed names what the catalogue does not have.</summary>
    ControlledMachine? Seed(SimulatorStore store, MachineSeed seed);

    ControlledMachine? Change(SimulatorStore store, long id, MachineChange change);

    bool Delete(SimulatorStore store, long id);
}
