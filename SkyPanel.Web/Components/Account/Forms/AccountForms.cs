using System.ComponentModel.DataAnnotations;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Components.Account.Forms;

internal sealed class SignInForm
{
    [Required(ErrorMessage = "Enter your e-mail address.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Enter your password."), MaxLength(PasswordLimits.Longest, ErrorMessage = TooLong)]
    public string? Password { get; set; }

    public bool Remember { get; set; }

    internal const string TooLong = "A password has at most 128 characters.";
}

internal sealed class RegisterForm
{
    [Required(ErrorMessage = "Enter your name."), MaxLength(100, ErrorMessage = "Use at most 100 characters.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Enter your e-mail address.")]
    [EmailAddress(ErrorMessage = "That is not an e-mail address.")]
    [MaxLength(254, ErrorMessage = "That is not an e-mail address.")]
    public string? Email { get; set; }

    [Required(ErrorMessage = "Choose a password."), MaxLength(PasswordLimits.Longest, ErrorMessage = SignInForm.TooLong)]
    [MinLength(PasswordLimits.Shortest, ErrorMessage = NewPasswordForm.TooShort)]
    public string? Password { get; set; }
}

internal sealed class EmailForm
{
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [EmailAddress(ErrorMessage = "That is not an e-mail address.")]
    public string? Email { get; set; }
}

internal sealed class NewPasswordForm
{
    internal const string TooShort = "Use at least 10 characters.";

    [Required(ErrorMessage = "Choose a password."), MaxLength(PasswordLimits.Longest, ErrorMessage = SignInForm.TooLong)]
    [MinLength(PasswordLimits.Shortest, ErrorMessage = TooShort)]
    public string? Password { get; set; }
}
